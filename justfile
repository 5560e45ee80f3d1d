# `just` lists what there is to run.
default:
    @just --list

# Make the checkout able to run, tests and all
setup:
    script/setup --tests

# Everything CI runs
test:
    script/test

# The long figures
soak:
    script/soak

# A whole running authority
demo *ARGS:
    script/demo {{ARGS}}

# Format, lint, layers, types
check:
    .venv/bin/ruff format src tests
    .venv/bin/ruff check --fix src tests
    .venv/bin/lint-imports --no-cache
    .venv/bin/mypy

# Write the generated reference
docs:
    script/docs
