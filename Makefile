# The only commands a newcomer needs.

.PHONY: run test bench dist

run: ## install what is missing, build, open the window on the built-in example
	@bash scripts/run.sh

test: ## everything that must hold: formatting, lints, tests, browser and desktop journeys
	@bash scripts/test.sh

bench: ## how quick everything is on a national register, beside other programs; BENCH_LARGE=1: ten times as many groups too
	@bash scripts/bench.sh

dist: ## dist/takeup_<version>_<architecture>.deb
	@bash scripts/dist.sh
