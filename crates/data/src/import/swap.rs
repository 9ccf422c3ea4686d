//! Replacing several files of a directory together.
//!
//! The new files are written to a hidden directory beside the old ones and brought to the disk. Renaming that directory to
//! [`READY`] is the moment that counts: before it the old files are whole, after it the new ones are. The files are then moved
//! to their places; if the program is stopped meanwhile, whoever opens the directory next moves the rest ([`finish`]).

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Files that are complete and wait to be moved to their places.
pub const READY: &str = ".import";
/// Start of the names of directories that are still being written.
const FRESH: &str = ".import-new-";

/// Replaces files by name, relative to the root: all of them, or none if anything goes wrong before the moment that counts.
pub fn replace(root: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    replace_in_steps(root, files, &mut |_| {})
}

/// The same; `step` is told before each change on the disk, so that a test can stop there.
fn replace_in_steps(root: &Path, files: &[(&str, &[u8])], step: &mut dyn FnMut(&str)) -> io::Result<()> {
    finish_in_steps(root, step)?;
    let fresh = root.join(format!("{FRESH}{}", std::process::id()));
    let prepared = prepare(root, &fresh, files, step);
    if let Err(error) = prepared {
        // what was begun is of no use; the old files are untouched
        let _ = fs::remove_dir_all(&fresh);
        return Err(error);
    }
    step("commit");
    fs::rename(&fresh, root.join(READY))?;
    sync(root)?;
    finish_in_steps(root, step)
}

fn prepare(root: &Path, fresh: &Path, files: &[(&str, &[u8])], step: &mut dyn FnMut(&str)) -> io::Result<()> {
    step("clean");
    for entry in fs::read_dir(root)?.flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(FRESH)) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    step("begin");
    fs::create_dir(fresh)?;
    for (name, bytes) in files {
        step("write");
        let path = fresh.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = File::create(&path)?;
        let (first, rest) = bytes.split_at(bytes.len() / 2);
        file.write_all(first)?;
        step("half");
        file.write_all(rest)?;
        file.sync_all()?;
        if let Some(parent) = path.parent() {
            sync(parent)?;
        }
    }
    sync(fresh)
}

/// Moves files to their places that an import left ready when it was stopped. Does nothing if there are none.
pub fn finish(root: &Path) -> io::Result<()> {
    finish_in_steps(root, &mut |_| {})
}

fn finish_in_steps(root: &Path, step: &mut dyn FnMut(&str)) -> io::Result<()> {
    let ready = root.join(READY);
    if !ready.is_dir() {
        return Ok(());
    }
    let mut names = Vec::new();
    collect(&ready, Path::new(""), &mut names)?;
    for name in &names {
        step("move");
        let target = root.join(name);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        match fs::rename(ready.join(name), &target) {
            Ok(()) => {}
            // another program is doing the same
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        if let Some(parent) = target.parent() {
            sync(parent)?;
        }
    }
    step("tidy");
    match fs::remove_dir_all(&ready) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => sync(root),
    }
}

fn collect(root: &Path, below: &Path, names: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(root.join(below)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries.flatten() {
        let name = below.join(entry.file_name());
        if entry.path().is_dir() {
            collect(root, &name, names)?;
        } else {
            names.push(name);
        }
    }
    names.sort();
    Ok(())
}

/// Brings a directory's entries to the disk, where the system can.
fn sync(directory: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(directory)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    const OLD: [(&str, &[u8]); 3] = [("a.csv", b"old a"), ("observations/b.csv", b"old b"), ("c.csv", b"stays")];
    const NEW: [(&str, &[u8]); 2] = [("a.csv", b"new a, longer"), ("observations/b.csv", b"new b")];
    const STOP: &str = "ADIT_TEST_SWAP_STOPS_AT";

    fn old_files() -> tempfile::TempDir {
        let place = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir(place.path().join("observations")).expect("writable");
        for (name, bytes) in OLD {
            fs::write(place.path().join(name), bytes).expect("writable");
        }
        place
    }

    fn read(place: &Path) -> Vec<String> {
        OLD.iter().map(|(name, _)| fs::read_to_string(place.join(name)).expect("readable")).collect()
    }

    #[test]
    fn files_are_replaced_and_nothing_is_left_over() {
        let place = old_files();
        replace(place.path(), &NEW).expect("writable");
        assert_eq!(read(place.path()), ["new a, longer", "new b", "stays"]);
        assert_eq!(fs::read_dir(place.path()).expect("readable").count(), 3);
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_the_old_ones() {
        let place = old_files();
        let broken: [(&str, &[u8]); 2] = [("a.csv", b"new a"), ("a.csv/b.csv", b"below a file")];
        assert!(replace(place.path(), &broken).is_err());
        assert_eq!(read(place.path()), ["old a", "old b", "stays"]);
        assert_eq!(fs::read_dir(place.path()).expect("readable").count(), 3);
    }

    /// Runs in a process of its own, and is killed there.
    #[test]
    fn child_that_is_killed() {
        let Ok(stop) = std::env::var(STOP) else { return };
        let (root, stop) = stop.split_once('=').expect("root=step");
        let mut left: usize = stop.parse().expect("a number");
        let done = replace_in_steps(Path::new(root), &NEW, &mut |_| {
            if left == 0 {
                let pid = std::process::id().to_string();
                let _ = Command::new("kill").args(["-9", &pid]).status();
                // the signal ends this process while it sleeps
                std::thread::sleep(std::time::Duration::from_secs(30));
            }
            left = left.saturating_sub(1);
        });
        done.expect("writable");
    }

    #[cfg(unix)]
    #[test]
    fn killed_at_every_step_the_old_or_the_new_files_are_whole() {
        use std::os::unix::process::ExitStatusExt;
        let mut outcomes: Vec<bool> = Vec::new();
        for step in 0..40 {
            let place = old_files();
            let status = Command::new(std::env::current_exe().expect("this test"))
                .args(["--exact", "import::swap::tests::child_that_is_killed"])
                .env(STOP, format!("{}={step}", place.path().display()))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .expect("it starts");
            finish(place.path()).expect("writable");
            let files = read(place.path());
            let new = files == ["new a, longer", "new b", "stays"];
            assert!(new || files == ["old a", "old b", "stays"], "step {step}: {files:?}");
            assert!(!place.path().join(READY).exists());
            if status.success() {
                assert!(new, "an import that is not stopped");
                // 4 before the first file, 2 a file, commit, 2 moves, tidy: stopped at each of them
                assert!(outcomes.iter().filter(|new| !**new).count() >= 6 && outcomes.iter().any(|new| *new), "{outcomes:?}");
                return;
            }
            assert_eq!(status.signal(), Some(9), "step {step}");
            outcomes.push(new);
        }
        panic!("the import never came to its end");
    }

    #[test]
    fn what_a_stopped_import_left_half_written_is_cleared_away() {
        let place = old_files();
        fs::create_dir(place.path().join(".import-new-1")).expect("writable");
        fs::write(place.path().join(".import-new-1/a.csv"), "half").expect("writable");
        replace(place.path(), &NEW).expect("writable");
        assert_eq!(fs::read_dir(place.path()).expect("readable").count(), 3);
    }
}
