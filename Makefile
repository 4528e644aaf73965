# The two commands of a newcomer are `make run` and `make test`. Every target that has a ## line shows in `make`.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8080
DATA_DIR ?= .data
ROWS ?= 1000 100000 1000000
export PORT DATA_DIR

TOOLS := . .ci/tools;
MVN := mvn -B -f backend/pom.xml
NPM := npm --prefix frontend

APP := backend/target/quarkus-app
BACKEND := $(APP)/quarkus-run.jar
PREPARED := $(APP)/app.aot
BACKEND_SOURCES := backend/pom.xml $(shell find backend/src/main -type f 2>/dev/null)
CLIENT := frontend/dist/index.html
CLIENT_SOURCES := $(shell find frontend/src frontend/public -type f 2>/dev/null) $(wildcard frontend/*.json frontend/*.ts frontend/*.html)
PACKAGES := frontend/node_modules/.package-lock.json

.PHONY: help run build prepare test test-backend test-frontend e2e check format openapi bench clean

help: ## Show what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Build both halves and start the product with its own database and demonstration data (PORT, DATA_DIR)
	@$(TOOLS) need_mvn; need_node; need_free_port $(PORT)
	@$(MAKE) build
	@# A process group of its own: Ctrl-C comes here, the product gets the order to stop, and we wait until it has.
	@$(TOOLS) need_jdk; set -m; \
	ZHAOSHANG_CLIENT_DIRECTORY=frontend/dist backend/run & product=$$!; set +m; \
	trap "kill -TERM $$product" INT TERM HUP; \
	while kill -0 $$product 2>/dev/null; do status=0; wait $$product || status=$$?; done; \
	case $${status:-0} in 0 | 130 | 143) ;; *) exit $$status ;; esac

build: $(BACKEND) $(CLIENT) ## Build both halves, when their sources changed

$(BACKEND): $(BACKEND_SOURCES)
	@echo 'Building the backend (the first time it fetches its libraries: some minutes)'
	@$(TOOLS) need_mvn; $(MVN) -q package -Dmaven.test.skip=true && touch $@

prepare: $(PREPARED) ## Prepare starts that take half the time, once after a build (half a minute)

$(PREPARED): $(BACKEND) backend/prepare-start backend/jvm.options
	@echo 'Preparing the start'
	@$(TOOLS) need_jdk; backend/prepare-start $(APP)

$(PACKAGES): frontend/package-lock.json
	@echo 'Installing the packages of the client'
	@$(TOOLS) need_node; $(NPM) ci --no-audit --no-fund --loglevel=error && touch $@

$(CLIENT): $(CLIENT_SOURCES) $(PACKAGES)
	@echo 'Building the client'
	@$(TOOLS) need_node; $(NPM) run --silent build -- --logLevel warn && touch $@

test: test-backend test-frontend e2e ## Run all tests: backend, client, end-to-end in a real browser; installs what they need

test-backend: ## Run the backend's tests on a real PostgreSQL
	@$(TOOLS) need_mvn; $(MVN) package && touch $(BACKEND)

test-frontend: $(PACKAGES) ## Run the client's tests
	@$(TOOLS) need_node; $(NPM) run typecheck; $(NPM) test

e2e: build ## Run the journeys in a real browser against the built product
	@$(TOOLS) need_browser
	@.ci/with-product $(NPM) run e2e

check: $(CLIENT) ## Run the gates: format, Error Prone, NullAway, ArchUnit, contract, types, Biome, imports, dead code, size
	@$(TOOLS) need_mvn; $(MVN) -q spotless:check
	@$(TOOLS) need_mvn; $(MVN) test -Dtest='ArchitectureTest,ContractTest' -Dsurefire.failIfNoSpecifiedTests=true
	@$(NPM) run contract
	@$(NPM) run api:check
	@$(NPM) run lint
	@$(NPM) run deps
	@$(NPM) run dead
	@$(NPM) run size

format: $(PACKAGES) ## Format all sources
	@$(TOOLS) need_mvn; $(MVN) -q spotless:apply
	@$(NPM) run format

openapi: $(PACKAGES) ## Write openapi.yaml from the backend, and the client's types from it
	@$(TOOLS) need_mvn; $(MVN) -q package -Dmaven.test.skip=true && touch $(BACKEND)
	@cp backend/target/openapi/openapi.yaml openapi.yaml
	@$(NPM) run api

bench: $(PREPARED) ## Fill the library to ROWS projects and compare the product with what the database itself delivers
	@$(TOOLS) need_mvn; need_load; $(MVN) -q test-compile; \
	cd backend && java -cp 'target/test-classes:target/classes:target/quarkus-app/lib/main/*' org.zhaoshang.bench.Bench $(ROWS)

clean: ## Remove what was built; data stays
	@rm -rf backend/target frontend/dist frontend/node_modules
