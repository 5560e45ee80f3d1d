"""The routes of documents and their approvals, and what a person needs to open each."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import documents, one_document, versions

document_routes = [
    route("documents", documents.documents, "documents", needs=May.DOCUMENTS_VIEW),
    route(
        "documents/register.csv",
        documents.documents_csv,
        "documents_csv",
        needs=May.DOCUMENTS_VIEW,
    ),
    route("documents/new", documents.record, "new_document", needs=May.DOCUMENTS_EDIT),
    route("documents/bodies", documents.bodies, "bodies", needs=May.DOCUMENTS_EDIT),
    route(
        "documents/<int:document_id>",
        one_document.document,
        "document",
        needs=May.DOCUMENTS_VIEW,
    ),
    route(
        "documents/<int:document_id>/change",
        documents.change,
        "change_document",
        needs=May.DOCUMENTS_EDIT,
    ),
    route(
        "documents/<int:document_id>/version",
        versions.submit_version,
        "submit_version",
        needs=May.DOCUMENTS_EDIT,
    ),
    route(
        "documents/<int:document_id>/versions/<int:number>",
        versions.version_file,
        "version_file",
        needs=May.DOCUMENTS_VIEW,
    ),
    route(
        "documents/<int:document_id>/steps/<int:step_id>",
        one_document.decide,
        "decide_step",
        needs=May.DOCUMENTS_VIEW,
    ),
    route(
        "documents/<int:document_id>/told",
        one_document.tell,
        "tell_of_document",
        needs=May.DOCUMENTS_EDIT,
    ),
    route(
        "documents/<int:document_id>/told/<int:telling_id>",
        one_document.acknowledge,
        "acknowledge_document",
        needs=May.DOCUMENTS_VIEW,
    ),
    route(
        "documents/<int:document_id>/evidence/<str:number>",
        one_document.as_evidence,
        "document_as_evidence",
        needs=May.EVIDENCE_ADD,
    ),
    route(
        "documents/<int:document_id>/retirement",
        one_document.retire,
        "retire_document",
        needs=May.DOCUMENTS_EDIT,
    ),
]
