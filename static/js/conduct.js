/* The log in this browser and the fingerprints of files on this device.  ES5.
   Nothing is stored unless the visitor switches it on, and nothing is sent. */
(function () {
  "use strict";
  var doc = document, KEY = "conduct-log", DAY = 864e5;
  var form = doc.querySelector("[data-log]");
  if (!form) { return; }

  function find(name) { return doc.querySelector("[" + name + "]"); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }

  /* 刚打来: fill in this minute, as it is in Beijing, without asking the server. */
  find("data-now").addEventListener("click", function (event) {
    var now = new Date(Date.now() + DAY / 3).toISOString();
    event.preventDefault();
    form.elements.day.value = now.slice(0, 10);
    form.elements.time.value = now.slice(11, 16);
    form.elements.channel.focus();
  });

  /* The log in this browser. */
  var store = null;
  try { store = window.localStorage; } catch (refused) { store = null; }

  function lines() {
    var found = [];
    each(form.querySelectorAll("[name=entry]"), function (input) { found.push(input.value); });
    return found;
  }
  function kept() {
    try {
      var saved = JSON.parse(store.getItem(KEY));
      return Array.isArray(saved) ? saved : null;
    } catch (broken) { return null; }
  }
  function keep() {
    try { store.setItem(KEY, JSON.stringify(lines())); return true; } catch (full) { return false; }
  }

  function keeping() {
    var box = doc.getElementById("keep-switch"), erase = find("data-erase");
    var restore = find("data-restore"), status = find("data-keep-status");
    var saved = kept();

    function show(text) {
      var on = store.getItem(KEY) !== null;
      box.checked = on;
      erase.hidden = !on;
      restore.hidden = !(on && saved && saved.length && !lines().length);
      status.textContent = text;
    }
    function forget() {
      store.removeItem(KEY);
      saved = null;
      show("已经清掉，这台手机里没有存的记录了。");
    }

    find("data-keep").hidden = false;
    if (saved && !form.hasAttribute("data-fresh")) { keep(); saved = kept(); }
    if (saved && saved.length) { restore.textContent = "接着上次的 " + saved.length + " 次"; }
    show("");
    box.addEventListener("change", function () {
      if (!box.checked) { forget(); return; }
      show(keep() ? "已经打开：记下的会存在这台手机里。" : "这个浏览器不让存。");
    });
    erase.addEventListener("click", forget);
    function add(name, value) {
      var input = doc.createElement("input");
      input.type = "hidden"; input.name = name; input.value = value;
      form.appendChild(input);
    }
    function carryOn() {
      if (saved && !lines().length) {
        saved.forEach(function (line) { add("entry", line); });
      }
    }
    /* Removing contact 0 removes none: the log comes back, and no answer is asked for. */
    restore.addEventListener("click", function () { carryOn(); add("remove", "0"); form.submit(); });
    /* Whoever starts anew without looking adds to what is kept, and loses nothing. */
    form.addEventListener("submit", function () {
      if (form.hasAttribute("data-fresh")) { carryOn(); }
    });
  }
  if (store) { keeping(); }

  /* Fingerprints: computed here, shown here. */
  var subtle = window.crypto && window.crypto.subtle, MOST = 2e8, listed = [];

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }
  /* The contacts on the page, so that the list says what each file is to prove. */
  function contacts() {
    return Array.prototype.map.call(form.querySelectorAll(".log > li"), function (item, number) {
      var parts = Array.prototype.map.call(item.querySelectorAll("b, p:not(.log__tools)"), function (part) {
        return part.textContent;
      });
      return (number + 1) + ". " + parts.join("，");
    });
  }
  function list(name, text) {
    var item = doc.createElement("li"), title = doc.createElement("b"), code = doc.createElement("code");
    title.textContent = name;
    code.textContent = text;
    item.appendChild(title);
    item.appendChild(code);
    find("data-file-list").appendChild(item);
    listed.push(name + "\r\n" + text + "\r\n");
    var save = find("data-file-save");
    save.href = URL.createObjectURL(new Blob(["\ufeff", contacts().concat("", listed).join("\r\n")], { type: "text/plain" }));
    save.hidden = false;
  }
  function fingerprint(file, done) {
    var reader = new FileReader();
    reader.onload = function () {
      subtle.digest("SHA-256", reader.result).then(function (digest) {
        list(file.name + "（" + file.size + " 字节）", hex(digest));
        done();
      });
    };
    reader.onerror = done;
    reader.readAsArrayBuffer(file);
  }
  if (subtle && window.FileReader) {
    find("data-files").hidden = false;
    doc.getElementById("evidence-files").addEventListener("change", function () {
      var status = find("data-file-status"), left = this.files.length;
      status.textContent = "正在算……";
      function done() { left -= 1; if (!left) { status.textContent = "算好了。"; } }
      each(this.files, function (file) {
        if (file.size > MOST) { list(file.name, "文件太大，这里算不了。"); done(); } else { fingerprint(file, done); }
      });
    });
  }
})();
