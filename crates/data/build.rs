//! Rebuilds the crate when a file of data or scenarios appears or disappears; changed files are noticed without it.

#[allow(clippy::print_stdout, reason = "this is how a build script talks to cargo")]
fn main() {
    println!("cargo:rerun-if-changed=../../data");
    println!("cargo:rerun-if-changed=../../scenarios");
}
