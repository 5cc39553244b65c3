// SPDX-License-Identifier: MIT
//! Works out the version string of the row: the Tokio that Cargo.lock pins and
//! the compiler that builds it.  A Tokio that is not the published one is its version
//! and what it is made of: the revision of a repository, or a hash of a folder's sources.
//! Cargo believes what it unpacked once, so the folder is read here each time.
//! And lists the workloads, so that one is added by dropping its file into their folder.

mod folder;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Versions, and the hashes of their sources as crates.io has them; by versions/pin.
const PUBLISHED: &str = include_str!("published.txt");

fn main() {
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rustc-env=SCHEDLAB_TOKIO_VERSION={}", locked_tokio());
    println!("cargo:rustc-env=SCHEDLAB_RUSTC_VERSION={}", rustc());
    println!("cargo:rerun-if-env-changed=SCHEDLAB_TOKIO_PROFILE");
    println!("cargo:rustc-env=SCHEDLAB_TOKIO_PROFILE={}", profile());
    // Only what compiles knows it: told.sh puts it in place of this.
    println!("cargo:rustc-env=SCHEDLAB_RUST_FLAGS=unrecorded");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&out).join("workloads.rs"), workloads()).expect("OUT_DIR is ours");
}

/// What src/workloads/mod.rs includes: a module for each file there that has a WORKLOAD.
fn workloads() -> String {
    // Other manifests have the same sources: they lie beside this file.
    let folder = Path::new(file!()).with_file_name("src/workloads");
    if !folder.is_dir() {
        return String::new();
    }
    println!("cargo:rerun-if-changed={}", folder.display());
    let folder = fs::canonicalize(folder).expect("a folder that is there has a path");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| {
            fs::read_to_string(path).is_ok_and(|text| text.contains("\npub static WORKLOAD:"))
        })
        .collect();
    files.sort();
    let (mut modules, mut all, mut about) = (String::new(), String::new(), String::new());
    for file in &files {
        let name = file.file_stem().expect("it has an extension").to_string_lossy();
        modules += &format!("#[path = {file:?}]\nmod {name};\n");
        all += &format!("    &{name}::WORKLOAD,\n");
        about += &format!("    &{name}::WORKLOAD.about,\n");
    }
    format!(
        "{modules}pub static ALL: &[&Workload] = &[\n{all}];\n\
         /// The same, as the C side wants them.\n\
         pub static ABOUT: &[&ArmWorkload] = &[\n{about}];\n"
    )
}

/// The version in the lock file, which is what is compiled, and where it comes from.
fn locked_tokio() -> String {
    let lock = fs::read_to_string("Cargo.lock").expect("Cargo.lock belongs beside Cargo.toml");
    let package = lock
        .split("[[package]]")
        .find(|package| package.contains("name = \"tokio\"\n"))
        .expect("Cargo.lock names no tokio; run cargo generate-lockfile");
    let version = field(package, "version").expect("every package has a version");
    match field(package, "source") {
        Some(source) if source.starts_with("registry+") => {
            published_or_edited(version, &folder_hash(&tokio_folder()))
        }
        Some(source) => format!("{version}+{}", revision(source)),
        None => format!("{version}+path.{}", folder_hash(&tokio_folder())),
    }
}

/// VALUE of the line `name = "VALUE"`.
fn field<'a>(package: &'a str, name: &str) -> Option<&'a str> {
    package
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"'))
}

/// "git.0123456789ab" of "git+https://host/tokio?branch=x#0123456789abcdef...".
fn revision(source: &str) -> String {
    let kind = source.split('+').next().unwrap_or("unknown");
    let revision = source.rsplit('#').next().unwrap_or("unknown");
    format!("{kind}.{}", revision.get(..12).unwrap_or(revision))
}

/// Where the Tokio that is compiled is: cargo knows, whichever table of whichever file says it.
fn tokio_folder() -> PathBuf {
    let cargo = env::var_os("CARGO").expect("cargo sets CARGO for build scripts");
    let target = env::var("TARGET").expect("cargo sets TARGET for build scripts");
    // Of this platform only: crates of others need not be there.
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .args(["--filter-platform", &target])
        .output()
        .expect("cargo metadata runs");
    let text = String::from_utf8(output.stdout).expect("cargo metadata prints UTF-8");
    let manifest = text
        .split("{\"name\":\"tokio\",\"version\":")
        .nth(1)
        .and_then(|package| package.split("\"manifest_path\":\"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .expect("cargo metadata says where tokio's manifest is");
    Path::new(manifest).parent().expect("a manifest is in a folder").to_owned()
}

/// "1.53.1" of a folder that is as published, else what it is an edit of, and its hash.
fn published_or_edited(version: &str, hash: &str) -> String {
    // A side of a trial (side) brings the line of its own Tokio.
    let beside = fs::read_to_string("published.txt").unwrap_or_default();
    let mut lines = PUBLISHED.lines().chain(beside.lines());
    match lines.find_map(|line| line.strip_prefix(version)?.strip_prefix(' ')) {
        Some(published) if published == hash => version.to_owned(),
        Some(_) => format!("{version}+edited.{hash}"),
        None => format!("{version}+unlisted.{hash}"),
    }
}

/// The hash of a folder; asks cargo to come back when it changes.
fn folder_hash(folder: &Path) -> String {
    folder::hash(folder, &mut |path| println!("cargo:rerun-if-changed={}", path.display()))
}

/// Cargo tells a build script no custom profile's name; CMakeLists.txt does.
fn profile() -> String {
    env::var("SCHEDLAB_TOKIO_PROFILE").unwrap_or_else(|_| "unrecorded".to_owned())
}

/// "1.95.0" of "rustc 1.95.0 (59807616e 2026-04-14)".
fn rustc() -> String {
    let rustc = env::var_os("RUSTC").expect("cargo sets RUSTC for build scripts");
    let output = Command::new(rustc).arg("--version").output().expect("rustc --version runs");
    let text = String::from_utf8(output.stdout).expect("rustc --version prints UTF-8");
    text.split_whitespace().nth(1).unwrap_or("unknown").to_owned()
}
