// Comfort for the Markdown field: toolbar, preview in place, and a sign of life while
// somebody writes, so that a long text does not outlive its login.
"use strict";

const ALIVE_EVERY = 5 * 60 * 1000;

function wrap(box, before, after, sample) {
  const { selectionStart: start, selectionEnd: end, value } = box;
  const chosen = value.slice(start, end) || sample;
  box.focus();
  box.setRangeText(before + chosen + after, start, end, "end");
  box.setSelectionRange(start + before.length, start + before.length + chosen.length);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function insert(box, text, at) {
  box.focus();
  box.setRangeText(text, at, at, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function cite(box, value) {
  const at = box.selectionEnd;
  insert(box, ` [[${value}]]`, box.value.startsWith("**", at) ? at + 2 : at);
}

function block(box, text) {
  const end = box.value.indexOf("\n", box.selectionEnd);
  insert(box, `\n\n${text}\n\n`, end < 0 ? box.value.length : end);
}

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

function picker(box, label, listId, choose) {
  const known = () => new Set(
    Array.from(document.getElementById(listId).options, (option) => option.value));
  const field = document.createElement("label");
  const input = document.createElement("input");
  input.setAttribute("list", listId);
  input.className = "vTextField";
  const take = () => {
    const value = input.value.trim();
    if (!known().has(value)) return;
    input.value = ""; // first: choosing takes the focus away, which asks again
    choose(value);
  };
  input.addEventListener("change", take);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take();
  });
  field.append(label, " ", input);
  return field;
}

async function preview(field, box, submit) {
  const answer = await fetch(field.dataset.preview, {
    method: "POST",
    body: new FormData(box.form),
    credentials: "same-origin",
  });
  if (!answer.ok || answer.redirected) throw new Error("no preview");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  let shown = field.querySelector(".markdown-preview");
  if (!shown) {
    shown = document.createElement("div");
    shown.className = "markdown-preview";
    shown.tabIndex = -1;
    shown.setAttribute("aria-label", "预览");
    submit.parentElement.after(shown);
  }
  shown.replaceChildren(...page.getElementById("preview-text").childNodes);
  shown.focus();
}

function dress(field) {
  const box = field.querySelector("textarea");
  const tools = document.createElement("div");
  tools.className = "markdown-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "插入");
  tools.append(
    button("加粗", () => wrap(box, "**", "**", "要紧的话")),
    button("提示框", () => block(box, '!!! note "标题"\n    写在这里。')),
    button("警示框", () => block(box, '!!! warning "标题"\n    写在这里。')),
    button("表格", () => block(box, "| 情形 | 怎么办 |\n|---|---|\n|  |  |")),
    picker(box, "引用依据", `${box.id}_citations`, (value) => cite(box, value)),
    picker(box, "链接", `${box.id}_links`,
      (value) => wrap(box, "[", `](${value})`, "文字")),
  );
  box.before(tools);

  const submit = field.querySelector("[formaction]");
  submit.addEventListener("click", (event) => {
    event.preventDefault();
    // Where it fails, the form itself opens the preview in a new tab.
    preview(field, box, submit).catch(() => {
      const plain = submit.cloneNode(true);
      submit.replaceWith(plain);
      plain.click();
    });
  });

  let last = Date.now();
  box.addEventListener("input", () => {
    if (Date.now() - last < ALIVE_EVERY) return;
    last = Date.now();
    fetch(location.pathname, { method: "HEAD", credentials: "same-origin" });
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".markdown-field").forEach(dress);
});
