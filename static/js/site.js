/* Comfort only: every page works without this file. ES5, for old phones. */
(function () {
  "use strict";
  var doc = document;

  function each(selector, act) {
    Array.prototype.forEach.call(doc.querySelectorAll(selector), act);
  }

  function clearForms() {
    each("form", function (form) { form.reset(); });
  }

  /* 快速离开: replace this page, so that "back" does not return to it. */
  each("[data-leave]", function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      clearForms();
      doc.body.hidden = true;
      window.location.replace(link.getAttribute("data-leave") || link.href);
    });
  });

  /* Coming back out of the back/forward cache shows no earlier answers. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { doc.body.hidden = false; clearForms(); }
  });

  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  /* Copy a text as it is seen; what was not copied stays selected for a long press. */
  each("[data-copy]", function (button) {
    var label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var range = doc.createRange(), chosen = window.getSelection();
      range.selectNodeContents(doc.getElementById(button.getAttribute("data-copy")));
      chosen.removeAllRanges();
      chosen.addRange(range);
      var done = doc.execCommand("copy");
      if (done) { chosen.removeAllRanges(); }
      button.textContent = done ? "已复制" : "已选中，请长按复制";
      window.setTimeout(function () { button.textContent = label; }, 4000);
    });
  });

  /* A link to something inside a closed <details> opens it first. */
  function reveal() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var node = id && doc.getElementById(id);
    for (var up = node; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
    }
    if (node) { node.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  /* Browsers that know autofocus on any element have done this already. */
  var summary = doc.querySelector(".error-summary");
  if (summary && !("autofocus" in summary)) { summary.focus(); }

  /* An address that ends in #… keeps browsers from it: the new row of a form. */
  var first = doc.querySelector("input[autofocus]");
  if (first && window.location.hash) {
    window.addEventListener("load", function () { first.focus(); });
  }
})();
