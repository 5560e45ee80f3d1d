"""What the worker does. Each can be begun again at any time."""

from django_tasks import task

from madegood.warehouse import finishing, uploads


@task()
def read_upload(upload_id: int) -> None:
    uploads.process(upload_id)


@task()
def finish_upload(upload_id: int) -> None:
    finishing.finish(upload_id)
