// Nothing here is needed to use the pages. It moves the focus to an error summary,
// stops a form being sent twice, and says when a session is about to end.
import {
  createAll,
  Button,
  ErrorSummary,
  SkipLink,
} from "./build/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(Button, { preventDoubleClick: true });
createAll(ErrorSummary);
createAll(SkipLink);

const warning = document.querySelector("[data-idle-seconds]");
if (warning) {
  const seconds = Number(warning.dataset.idleSeconds);
  window.setTimeout(() => {
    warning.hidden = false;
    warning.textContent = warning.dataset.says;
  }, (seconds - 120) * 1000);
}
