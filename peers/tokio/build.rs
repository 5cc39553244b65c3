// SPDX-License-Identifier: MIT
//! Works out the version string of the row: the Tokio that Cargo.lock pins and
//! the compiler that builds it.

use std::env;
use std::fs;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rustc-env=SCHEDLAB_TOKIO_VERSION={}", locked_tokio());
    println!("cargo:rustc-env=SCHEDLAB_RUSTC_VERSION={}", rustc());
    println!("cargo:rerun-if-env-changed=SCHEDLAB_TOKIO_PROFILE");
    println!("cargo:rustc-env=SCHEDLAB_TOKIO_PROFILE={}", profile());
    // Only what compiles knows it: told.sh puts it in place of this.
    println!("cargo:rustc-env=SCHEDLAB_RUST_FLAGS=unrecorded");
}

/// The version in the lock file, which is what is compiled.
fn locked_tokio() -> String {
    let lock = fs::read_to_string("Cargo.lock").expect("Cargo.lock belongs beside Cargo.toml");
    lock.split("[[package]]")
        .find(|package| package.contains("name = \"tokio\"\n"))
        .and_then(|package| package.split("version = \"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .expect("Cargo.lock names no tokio; run cargo generate-lockfile")
        .to_owned()
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
