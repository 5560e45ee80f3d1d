"""What is to be done in the background, in the ledger's own database: it is asked for
in the transaction that makes it needed, and lost with it."""

from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

READ = "madegood.warehouse.tasks.read_upload"
FINISH = "madegood.warehouse.tasks.finish_upload"


def later(task: str, upload_id: int) -> str:
    """Ask for a task by name: what does the work knows what asks for it, and not the
    other way round. Its id."""
    return str(import_string(task).enqueue(upload_id).id)


def is_waiting(task_id: str) -> bool:
    """Whether a task is still to be begun."""
    if not task_id:
        return False
    return DBTaskResult.objects.filter(
        id=task_id, status=TaskResultStatus.READY
    ).exists()
