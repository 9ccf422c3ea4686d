# What a developer types. `just` is optional: every line can be typed by hand.

# Everything CI runs.
check:
    bash .ci/run

# Tests, formatting, lints.
test:
    cargo test --workspace
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings

# Bring the observations into balance and write data/baseline.
baseline:
    cargo run --release -- data build --data data

# Accept changed schemas and golden tables; explain the change in the commit message.
bless:
    UPDATE_SCHEMAS=1 cargo test -p adit-data -p adit-api schemas
    UPDATE_GOLDEN=1 cargo test -p adit-tests
    UPDATE_GOLDEN=1 cargo test -p adit-indicators --test published

# Time the commands that must be fast, as whole processes, from cold start, and the market engine.
bench:
    cargo build --release
    bash benches/cold_start.sh
    cargo bench -p adit-solver --bench market
    cargo bench -p adit-model --bench screen

# The market engine against a general solver on every stop of the screen and 2,400 networks, and on 120,000 random ones for itself.
oracle:
    ORACLE=all cargo test --release -p adit-solver -p adit-model --test oracle -- --nocapture
    PROPTEST_CASES=30000 cargo test --release -p adit-solver --test random
    ORACLE=all PROPTEST_CASES=10000 cargo test --release -p adit-model --test clears

# Import a synthetic full year of BACI: at most 15 s and 500 MB.
bench-import:
    cargo build --release
    bash benches/import_baci.sh

# Random input for the importers, two million runs each (cargo-fuzz and a nightly toolchain).
fuzz:
    bash fuzz/run.sh 2000000

# The book as HTML in book/book.
book:
    mdbook build book

# The pages in a real browser (Node.js and Chromium).
e2e:
    cargo build --release
    cd tests/e2e && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci && npx playwright test

# What-ifs by 50 people at once, and ten thousand requests (wrk).
bench-serve:
    cargo build --release
    bash benches/serve.sh

# Random questions to the JSON API, from its own description (schemathesis from PyPI).
fuzz-api:
    cargo build --release
    bash tests/api/schemathesis.sh

# Fetch the vendored script of the pages again.
vendor:
    cd crates/web/assets/vendor && npm pack htmx.org@2.0.11 && tar xzf htmx.org-2.0.11.tgz --strip-components=2 package/dist/htmx.min.js && tar xzOf htmx.org-2.0.11.tgz package/LICENSE > LICENSE-htmx && rm htmx.org-2.0.11.tgz
