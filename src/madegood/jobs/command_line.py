"""The one program. Each command is a module of its own, loaded only when asked for,
so that reading a plan does not wait for Django or DuckDB to start."""

from importlib import import_module

import click

from madegood.jobs.answers import Failure

COMMANDS: dict[str, dict[str, str] | str] = {
    "demo": "demo:demo",
    "serve": "run_it:serve",
    "worker": "worker:worker",
    "nightly": "nightly:nightly",
    "migrate": "run_it:migrate",
    "user": {"add": "run_it:add_user"},
    "plan": {
        "read": "plan_read:read",
        "import": "plan_ledger:import_plan",
        "status": "plan_ledger:status",
        "actions": "plan_sheet:actions",
        "edit": "plan_sheet:edit",
        "changes": "plan_changes:changes",
        "recurrence": "plan_recurrence:recurrence",
    },
    "inspections": {
        "list": "inspections_commands:list_them",
        "add": "inspections_commands:add",
    },
    "evidence": {"verify": "evidence_commands:verify"},
    "data": {
        "read": "data_read:read",
        "check": "data_read:check",
        "templates": "data_read:templates",
        "load": "data_load:load",
        "synth": "data_synth:synth",
        "matrix": "data_matrix:matrix",
        "history": "data_history:history",
        "compare": "data_history:compare",
        "watch": "data_watch:watch",
        "expire": "data_removing:expire",
        "erase": "data_removing:erase",
    },
    "measures": {
        "list": "measures_commands:list_measures",
        "show": "measures_commands:show",
        "run": "measures_commands:run",
        "rows": "measures_commands:rows",
        "reconcile": "measures_reconcile:reconcile_list",
        "meetings": "measures_meetings:list_meetings",
        "agreement": "measures_agreement:grade_agreement",
    },
    "benchmarks": {
        "load": "benchmarks_commands:load",
        "list": "benchmarks_commands:list_releases",
        "compare": "benchmarks_compare:compare",
        "changed": "benchmarks_commands:changed",
    },
    "boards": {
        "list": "boards_commands:list_boards",
        "due": "boards_commands:due",
    },
    "report": "report_command:report",
    "match": {
        "propose": "match_commands:propose",
        "list": "match_commands:list_matches",
        "clear": "match_commands:clear",
    },
    "keys": {
        "escrow": "keys_commands:escrow",
        "check": "keys_commands:check",
        "restore": "keys_commands:restore",
        "change": "keys_commands:change",
    },
}

SAYS = {
    "demo": "A whole running authority from nothing, on synthetic data.",
    "serve": "Serve the pages.",
    "worker": "Read uploads and keep the store in order, in the background.",
    "nightly": "Test every plan again, and say what is due: for each night.",
    "migrate": "Bring the ledger's tables up to date.",
    "user": "The people who may sign in.",
    "plan": "Plans: read one, import one, claim beside proof.",
    "inspections": "Inspections and reviews, and what is owed after each.",
    "evidence": "Attached files: is each still what it was?",
    "data": "Children's data: read, check, load, or make a synthetic authority.",
    "measures": "The measures: what each counts, and what it says now.",
    "benchmarks": "Published figures: us beside England, region and neighbours.",
    "boards": "Boards and forums: when they meet, what they wait for.",
    "report": "Write a board paper as of a date.",
    "match": "Systems that share no id: likely pairs, for a person to decide.",
    "keys": "The keys that make and turn back codes: escrow, tried and restored.",
}


class Loaded(click.Group):
    """A group whose commands are imported when they are run."""

    def __init__(self, name: str, modules: dict[str, dict[str, str] | str]) -> None:
        super().__init__(name, help=SAYS.get(name, "Was it made good for children?"))
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = self.modules.get(cmd_name)
        if found is None:
            return None
        if isinstance(found, dict):
            return Loaded(cmd_name, dict(found))
        module, attribute = found.split(":")
        command = getattr(import_module(f"madegood.jobs.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """A disk that is full, or a file taken away meanwhile, is said in words."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever was reading has heard enough
            raise
        except OSError as fault:
            raise Failure(
                f"A file could not be read or written: {fault}. See that the disk is "
                "not full and the folder is yours, then try again."
            ) from fault

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List names without importing the modules behind them."""
        rows = [(name, SAYS.get(name, "")) for name in self.modules]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


main = Loaded("madegood", COMMANDS)
