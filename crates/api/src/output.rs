//! Writing files so that nothing is lost: a directory appears complete or not at all, and a foreign one is never replaced.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use adit_data::files::reason;
use adit_report::File;
use adit_vocab::problem::Problem;

use crate::session::Problems;

/// Writes a directory of files. An existing directory is replaced only if `ours` says that it was written by us.
pub fn write_directory(target: &Path, files: &[File], ours: impl Fn(&Path) -> bool) -> Result<(), Problems> {
    let shown = target.display().to_string();
    let refuse = |found: &str| {
        Err(vec![Problem::new(&shown, "--out", found, "a new name, an empty directory, or one that Adit wrote itself")])
    };
    if target.exists() {
        if !target.is_dir() {
            return refuse("there is a file of this name");
        }
        if fs::read_dir(target).map_or(true, |mut entries| entries.next().is_some()) && !ours(target) {
            return refuse("the directory holds other files");
        }
    }
    let failed = |error: io::Error| vec![Problem::new(&shown, "--out", reason(&error), "a place that can be written to")];
    let (fresh, old) = (beside(target, "new"), beside(target, "old"));
    write_all(&fresh, files).map_err(|error| {
        // What was begun is of no use to anybody; the target itself is untouched.
        let _ = fs::remove_dir_all(&fresh);
        failed(error)
    })?;
    let replaced = target.exists();
    if replaced {
        fs::rename(target, &old).map_err(failed)?;
    }
    if let Err(error) = fs::rename(&fresh, target) {
        if replaced {
            let _ = fs::rename(&old, target);
        }
        let _ = fs::remove_dir_all(&fresh);
        return Err(failed(error));
    }
    if replaced {
        fs::remove_dir_all(&old).map_err(failed)?;
    }
    Ok(())
}

/// Writes one file. A file that exists is never replaced; a device or pipe is written to.
pub fn write_file(target: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let shown = target.display().to_string();
    let failed = |error: io::Error| Problem::new(&shown, "--out", reason(&error), "a place that can be written to");
    if target.is_dir() {
        return Err(Problem::new(&shown, "--out", "this is a directory", "the name of a file"));
    }
    if let Ok(found) = fs::metadata(target) {
        if found.is_file() {
            let expected = "the name of a file that does not exist yet";
            return Err(Problem::new(&shown, "--out", "there is a file of this name", expected));
        }
        return fs::OpenOptions::new().write(true).open(target).and_then(|mut file| file.write_all(bytes)).map_err(failed);
    }
    let fresh = beside(target, "new");
    if let Some(parent) = target.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::write(&fresh, bytes).and_then(|()| fs::rename(&fresh, target)).map_err(|error| {
        let _ = fs::remove_file(&fresh);
        failed(error)
    })
}

fn write_all(directory: &Path, files: &[File]) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    for file in files {
        let path = directory.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.bytes)?;
    }
    Ok(())
}

/// A name next to the target that no other run uses.
fn beside(target: &Path, word: &str) -> PathBuf {
    let name = target.file_name().map_or_else(|| "out".into(), |name| name.to_string_lossy().into_owned());
    target.with_file_name(format!(".{name}.{word}-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), bytes: text.into() }
    }

    fn left(directory: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(directory)
            .expect("readable")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_directory_is_written_and_replaced_as_a_whole() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let target = place.path().join("out");
        write_directory(&target, &[file("a/b.txt", "1"), file("c.txt", "2")], |_| true).expect("writable");
        write_directory(&target, &[file("c.txt", "3")], |_| true).expect("ours");
        assert_eq!((left(&target), left(place.path())), (vec!["c.txt".to_owned()], vec!["out".to_owned()]));
    }

    #[test]
    fn a_foreign_directory_is_left_alone() {
        let place = tempfile::tempdir().expect("a temporary directory");
        fs::write(place.path().join("thesis.doc"), "years of work").expect("writable");
        let problems = write_directory(place.path(), &[file("c.txt", "3")], |_| false).expect_err("not ours");
        assert!(problems[0].to_string().contains("the directory holds other files"), "{problems:?}");
        assert_eq!(left(place.path()), ["thesis.doc"]);
    }
}
