# Every target installs what it needs by itself (scripts/bootstrap) and can be run first on a fresh
# machine with Swift. Everything is built in .build, the benchmarks in Benchmarks/.build.

# The configuration that `make run` uses: make run CONFIG=config/test.yaml
CONFIG ?= config/office.yaml

# How many rounds `make crash-test` has, each with at least one kill.
KILLS ?= 500

# How many weeks `make simulate` lets pass.
WEEKS ?= 10000

# The bot is measured as the image has it.
image_flags = $(shell cat deploy/swift-flags)

# Builds the bot and what measures it. SwiftPM sees new and renamed files of the package that Benchmarks builds on
# only when it reads a manifest anew.
build_measured = touch Benchmarks/Package.swift && for product in officebot officebot-bench; do \
	swift build $(image_flags) --package-path Benchmarks --product $$product >&2 || exit 1; done

# All our Swift files, without what builds leave behind.
swift_files = find Package.swift Sources Tests Benchmarks -name '.build*' -prune -o -name '*.swift' -print0

.PHONY: help demo test check check-image simulate crash-test soak check-sanitized run bench screenshots docs format hooks

help: ## List the targets
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

demo: ## Open an office at http://127.0.0.1:8080, without a token and without the internet
	@scripts/bootstrap
	swift build
	@exec .build/debug/officebot-demo

test: ## Run everything that proves the project works
	@scripts/bootstrap --browser
	swift test --disable-xctest --skip '^JourneyTests\.'
	@# Apart from the others, which keep every processor busy.
	swift test --disable-xctest --skip-build --filter '^JourneyTests\.'

check: ## What CI runs: format, a build without warnings, all tests
	@scripts/bootstrap --browser
	$(swift_files) | xargs -0 swift format lint --strict --parallel
	swift build --build-tests
	@$(MAKE) --no-print-directory test

crash-test: ## Kill the bot hundreds of times, between snapshots, restores and full disks: make crash-test KILLS=50
	@scripts/bootstrap
	CRASH_TEST_KILLS=$(KILLS) swift test --disable-xctest --filter '^JourneyTests\.KillingTests/killed\(\)'

simulate: ## Let ten thousand weeks of an office pass: make simulate WEEKS=500
	@scripts/bootstrap
	SIMULATE_WEEKS=$(WEEKS) swift test --disable-xctest --filter '^OfficeActorTests\.SimulationTests/'

soak: ## Use the bot for some minutes and see what memory and files that leaves behind
	@scripts/bootstrap
	@$(build_measured)
	@Benchmarks/.build/release/officebot-bench soak

check-sanitized: ## Run the tests under the address and the thread sanitizer
	@scripts/bootstrap
	scripts/check-sanitized

check-image: ## Try the image without a container engine: as root, on Debian 12; takes many minutes
	@scripts/bootstrap
	scripts/check-image

run: ## Run the bot with a real token: BOT_TOKEN=… make run
	@scripts/bootstrap
	@test -f '$(CONFIG)' || { echo 'There is no $(CONFIG). Begin with: cp config/office.example.yaml $(CONFIG)' >&2; exit 1; }
	swift run -c release officebot run --config '$(CONFIG)'

bench: ## Measure: make bench FORMAT=tsv for a table
	@scripts/bootstrap
	@$(build_measured)
	@Benchmarks/.build/release/officebot-bench

screenshots: ## Take the pictures of the README and the guide anew
	@scripts/bootstrap --browser
	scripts/screenshots

docs: ## Build the documentation of the libraries into .build/docs, a web site
	@scripts/bootstrap
	swift package --allow-writing-to-directory .build/docs generate-documentation \
		--target OfficeActor --target Conversation --target Persistence --target Telegram --target FloorPlan \
		--enable-experimental-combined-documentation --symbol-graph-minimum-access-level package \
		--transform-for-static-hosting --output-path .build/docs

format: ## Format all Swift files in place
	@scripts/bootstrap
	$(swift_files) | xargs -0 swift format --in-place --parallel

hooks: ## Have git format the Swift files of each commit
	ln -sf ../../scripts/pre-commit "$$(git rev-parse --git-path hooks)/pre-commit"
