# The only commands a newcomer needs.

.PHONY: run test bench dist

run: ## install what is missing, build, open the window on the built-in example
	@bash scripts/run.sh

test: ## everything that must hold: formatting, lints, tests, browser and desktop journeys
	@bash scripts/test.sh

bench: ## how quick the judging and the reading are, on a national register
	@bash scripts/setup.sh terminal
	@cargo run --release -p takeup-tests --bin bench

dist: ## dist/takeup_<version>_<architecture>.deb
	@bash scripts/dist.sh
