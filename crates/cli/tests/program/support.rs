//! A data directory to break, and the program to run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A copy of the repository's data: hard links, so that a copy costs nothing until a file is changed.
pub struct Data {
    directory: TempDir,
}

impl Data {
    /// Copies the data.
    pub fn new() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        link(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"), &directory.path().join("data"));
        Data { directory }
    }

    /// The copy.
    pub fn path(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    /// The directory around it, for outputs.
    pub fn around(&self) -> &Path {
        self.directory.path()
    }

    /// Replaces a file; never writes through the link.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        let _ = fs::remove_file(&path);
        fs::write(path, bytes).expect("writable");
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("a text file")
    }

    /// Changes the first place where `from` stands.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{name} does not contain {from}");
        self.put(name, text.replacen(from, to, 1));
    }
}

fn link(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("writable");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            link(&entry.path(), &target);
        } else if fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), &target).expect("writable");
        }
    }
}

/// What a run of the program gave.
pub struct Run {
    /// Exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the program in a directory, in English unless told otherwise.
pub fn adit(directory: &Path, arguments: &[&str]) -> Run {
    adit_wide(directory, arguments, 100)
}

/// The same in a window of some width.
pub fn adit_wide(directory: &Path, arguments: &[&str], columns: usize) -> Run {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_adit"))
        .args(arguments)
        .current_dir(directory)
        .env("LC_ALL", "C")
        .env("COLUMNS", columns.to_string())
        .output()
        .expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let run = Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run
}
