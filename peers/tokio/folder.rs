// SPDX-License-Identifier: MIT
//! A hash of the sources in a folder: for build.rs, and for versions/pin, which says
//! what is published.

use std::fs;
use std::path::{Path, PathBuf};

/// FNV-1a, 64 bits, of names and contents.  `seen` is told of all that it depends on.
pub fn hash(folder: &Path, seen: &mut dyn FnMut(&Path)) -> String {
    let mut files = Vec::new();
    list_sources(folder, &mut files, seen);
    files.sort();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in &files {
        seen(file);
        let name = file.strip_prefix(folder).expect("it was found below").to_string_lossy();
        let content = fs::read(file).expect("a source can be read");
        for byte in name.bytes().chain([0]).chain(content) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// The manifests and all sources but those of tests, examples and benchmarks.
fn list_sources(folder: &Path, files: &mut Vec<PathBuf>, seen: &mut dyn FnMut(&Path)) {
    seen(folder);
    for entry in fs::read_dir(folder).expect("the folder of tokio can be read").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir()
            && !["target", "tests", "examples", "benches", ".git"].iter().any(|&skip| name == skip)
        {
            list_sources(&path, files, seen);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            || name == "Cargo.toml"
        {
            files.push(path);
        }
    }
}
