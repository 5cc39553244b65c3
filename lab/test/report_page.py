# SPDX-License-Identifier: MIT
"""report_page - opens reports in a headless Chromium and looks them over.

Usage: report_page.py QUICK PAGE...

QUICK is the report of a run that was one: its first screen at 1400 by 900 pixels has all claims,
it is no more than 12 screens long as it opens, and no sentence stands twice.  Then copies of it
and of the first PAGE are spoiled in one way each, and the look must see it.

At 1280 and 400 pixels, light and dark: no error, no request, nothing overlaps or is cut,
contrasts; headings, tables and drawings as a screen reader needs them; sorting by mouse and by
keyboard; a foreign script is refused.  Exit status 77: no Chromium here.
"""

import os
import re
import sys

import browser

CHECKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "report_page.js")
ENTER, SPACE, TAB = ("Enter", 13, "\r"), (" ", 32, " "), ("Tab", 9)


class Look:
    """One page in one browser, and what is wrong with it."""

    def __init__(self, window, path):
        self.window = window
        self.path = path
        self.where = ""
        self.wrong = []
        with open(CHECKS, encoding="utf-8") as file:
            self.checks = file.read()

    def complain(self, what):
        self.wrong.append(f"{os.path.basename(self.path)}{self.where}: {what}")

    def ask(self, call):
        """The value of a function of report_page.js."""
        return self.window.run(f"window.look.{call}")

    def check(self, call):
        for complaint in self.ask(call):
            self.complain(complaint)

    def open(self, width, dark):
        self.where = f", {width} px, {'dark' if dark else 'light'}"
        self.window.open(self.path, width, dark=dark)
        self.window.run(f"window.look = {self.checks}; 0")

    def events(self):
        """Errors and requests since the page was opened."""
        for event in self.window.events:
            method, values = event["method"], event["params"]
            if method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled",
                          "Log.entryAdded"):
                self.complain(f"the console says {values}")
            elif method == "Network.requestWillBeSent":
                url = values["request"]["url"]
                if url != "file://" + os.path.abspath(self.path) and not url.startswith("data:"):
                    self.complain(f"it asks for {url}")

    def sorting(self):
        """By keyboard and by mouse; a page without a table to sort has nothing to check."""
        if not self.ask("focusHead(true)"):
            return
        self.window.press(*TAB)  # the keyboard is in use now, so the focus is shown
        self.ask("focusHead(true)")
        self.check("focusVisible()")
        for key, direction in ((ENTER, "ascending"), (SPACE, "descending")):
            self.window.press(*key)
            self.check(f"sorted(true, '{direction}')")
        self.ask("focusHead(false)")
        self.window.run("document.activeElement.click()")
        self.check("sorted(false, 'ascending')")

    def foreign_script(self):
        """What got into the page as markup would still not run."""
        self.window.run("""(() => {
            const script = document.createElement('script');
            script.textContent = 'window.intruded = true';
            document.body.appendChild(script);
        })()""")
        if self.window.run("window.intruded === true"):
            self.complain("a foreign script runs")

    def folds(self):
        """The button opens everything and closes it again."""
        opened = ("Array.from(document.querySelectorAll('main details'))"
                  ".filter(one => one.open && !one.closest('table')).length")
        button = "document.getElementById('unfold').click()"
        states = [self.window.run(opened)]
        for _ in range(2):
            self.window.run(button)
            states.append(self.window.run(opened))
        if states[0] != 0 or states[1] == 0 or states[2] != 0:
            self.complain(f"the button does not open and close everything: {states}")
        self.window.run(button)

    def at_first(self):
        """What one sees of a real run."""
        self.where = ", 1400 by 900"
        self.window.open(self.path, 1400, 900)
        self.window.run(f"window.look = {self.checks}; 0")
        self.check("firstScreen()")
        self.check("sentences()")
        self.check("leadsSomewhere()")

    def once(self, width=1280, dark=False):
        """Colours move nothing: in the dark the places are those of before."""
        self.open(width, dark)
        self.check("contrasts()")
        if not dark:
            self.check("layout()")
        self.folds()
        self.check("contrasts()")
        if not dark:
            self.check("layout()")
            self.check("structure()")
            self.sorting()
            self.check("layout()")
        self.events()

    def all(self):
        for width in (1280, 400):
            for dark in (False, True):
                self.once(width, dark)
        self.foreign_script()


# What is replaced in a page, by what, and a word of the complaint.  The policy goes with it, or
# the browser would refuse the page's own style and script for being changed.
SPOILED = (
    ("<main ", "<img src='http://localhost:1/x.png' alt=''><main ", "asks for"),
    ("'use strict';", "'use strict'; console.error('oh');", "console"),
    ("'use strict';", "'use strict'; throw new Error('oh');", "console"),
    ("--muted: light-dark(#57606a", "--muted: light-dark(#a0a6ad", "contrast"),
    ("overflow-x: auto;", "overflow-x: visible;", "wider than the window"),
    ("width: max-content;", "width: max-content; margin-left: -3rem;", "cut"),
    ('src="data:image/svg+xml,%3C', 'src="data:image/svg+xml,', "is not drawn"),
    ("line-height: 1.3;", "line-height: 1.3; position: relative; top: 60px;", "overlaps"),
    ("<h3", "<h5", "skips a level"),
    ("<caption>", "<caption hidden></caption><caption>", "caption"),
    (' alt="', ' title="', "text alternative"),
    ("outline: 2px", "outline: 0", "focus"),
    ("return { order: a - b };", "return { order: 0 };", "scending"),
    ("? 'descending' : 'ascending'", "? 'ascending' : 'ascending'", "aria-sort"),
    ("one.open = open;", "one.open = false;", "open and close"),
    ("min-width: 12rem;", "max-width: 5rem;", "three lines"),
)


SPOILED_QUICK = (
    ("<details>", "<details open>", "screens"),
    ('<table class="overview">', "<p>x</p>" * 40 + '<table class="overview">', "below the first"),
    (".overview :is(.short", ".overview .no:is(.short", "wider than the window"),
    ("addEventListener('hashchange'", "removeEventListener('hashchange'", "stays closed"),
    ('<ul class="statements">', '<ul class="statements"><li><strong class="badge">x</strong>'
     "<span>x</span></li><li><strong class=\"badge\">x</strong><span>y</span></li>", "told twice"),
)


def spoil(window, path, spoiled, check):
    """The spoiled pages that pass, which is what is wrong."""
    with open(path, encoding="utf-8") as file:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", file.read())
    copy = os.path.join(os.path.dirname(path), "spoiled.html")
    unseen = []
    for old, new, word in (("", "", ""), *spoiled):
        with open(copy, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new) if old else text)
        look = Look(window, copy)
        check(look)
        if old and (old not in text or not any(word in wrong for wrong in look.wrong)):
            unseen.append(f"a page with \"{new}\" passes: {look.wrong}")
        if not old:
            unseen += look.wrong
    os.unlink(copy)
    return unseen


def main():
    program = browser.find()
    if not program:
        print("there is no chromium on PATH; scripts/setup --ci installs it", file=sys.stderr)
        return 77
    wrong = []
    with browser.Browser(program) as window:
        look = Look(window, sys.argv[1])
        look.at_first()
        look.once(1400)
        wrong += look.wrong
        for path in sys.argv[2:]:
            look = Look(window, path)
            look.all()
            print(f"{path}: {len(look.wrong)} complaints")
            wrong += look.wrong
        wrong += spoil(window, sys.argv[1], SPOILED_QUICK, Look.at_first)
        wrong += spoil(window, sys.argv[2], SPOILED, Look.once)
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
