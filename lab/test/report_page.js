/* SPDX-License-Identifier: MIT */
/*
 * report_page.js - looks a report over, inside the browser that shows it.
 *
 * Evaluates to an object of functions; each returns a list of complaints.
 */
(function () {
	'use strict';

	var complaints;

	function expect(holds, complaint) {
		if (!holds && complaints.length < 20)
			complaints.push(complaint);
	}

	function all(selector, root) {
		return Array.from((root || document).querySelectorAll(selector));
	}

	function name(element) {
		return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' "' +
			element.textContent.trim().slice(0, 40) + '"';
	}

	/* Not in what is closed: that has a place, but nobody sees it. */
	function isShown(element) {
		var box = element.getBoundingClientRect();

		return element.checkVisibility() && box.width > 1 && box.height > 1;
	}

	/* ------------------------------------------------------------ layout */

	function overlap(a, b) {
		return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
			Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
	}

	/* No two of the elements, which stand beside or below each other. */
	function expectApart(elements) {
		var boxes = elements.filter(isShown).map(function (element) {
			return { element: element, box: element.getBoundingClientRect() };
		});

		boxes.sort(function (x, y) {
			return x.box.top - y.box.top;
		});
		boxes.forEach(function (one, index) {
			for (var next = index + 1; next < boxes.length &&
			     boxes[next].box.top < one.box.bottom; next++)
				expect(!overlap(one.box, boxes[next].box),
				       name(one.element) + ' overlaps ' + name(boxes[next].element));
		});
	}

	/* Within the window, unless something around it scrolls. */
	function expectInside(element) {
		var box = element.getBoundingClientRect();

		expect(box.left >= -0.5 && box.right <= innerWidth + 0.5,
		       name(element) + ' is cut by the window');
	}

	/* One scrolls to the right only: what begins further left is never seen. */
	function expectReachable(element) {
		expect(element.getBoundingClientRect().left >=
		       element.parentElement.getBoundingClientRect().left - 0.5,
		       name(element) + ' is cut on the left');
	}

	/* Text that is wider or higher than the box that holds it. */
	function expectWhole(element) {
		var style = getComputedStyle(element);

		if (style.overflowX === 'visible')
			return;
		expect(element.scrollWidth <= element.clientWidth + 1 || style.overflowX === 'auto',
		       name(element) + ' is cut off');
	}

	/* A row that is as high as a paragraph is none: longer text opens on demand. */
	function expectLow(cell) {
		var style = getComputedStyle(cell);
		var high = cell.clientHeight - parseFloat(style.paddingTop) -
			parseFloat(style.paddingBottom);
		var range = document.createRange();

		range.selectNodeContents(cell);
		high = Math.min(high, range.getBoundingClientRect().height);
		expect(high < 3.5 * parseFloat(style.lineHeight),
		       name(cell) + ' has more than three lines: ' + high + ' px');
	}

	/* Words that leave their cell run into those of the next. */
	function expectWordsWithin(cell) {
		var range = document.createRange();

		range.selectNodeContents(cell);
		expect(range.getBoundingClientRect().right <=
		       cell.getBoundingClientRect().right + 1,
		       name(cell) + ' leaves its cell');
	}

	function layout() {
		complaints = [];
		expect(document.documentElement.scrollWidth <= innerWidth,
		       'the page is wider than the window: ' +
		       document.documentElement.scrollWidth + ' > ' + innerWidth);
		['.bar > *', '.notices > li', 'main > section',
		 'h1, h2, h3, h4, h5, h6'].forEach(function (selector) {
			expectApart(all(selector));
		});
		all('.statements, main section').forEach(function (list) {
			expectApart(Array.from(list.children));
		});
		all('table').forEach(function (table) {
			expectApart(all('th, td', table));
		});
		all('th, td').filter(function (cell) {
			return isShown(cell) && !cell.querySelector('.effect, details[open]');
		}).forEach(expectLow);
		all('.overview :is(th, td)').filter(function (cell) {
			return isShown(cell) && !cell.querySelector('.effect');
		}).forEach(expectWordsWithin);
		all('svg').forEach(function (drawing) {
			expectApart(all('text', drawing));
		});
		all('h1, h2, h3, h4, h5, h6, p, li, summary, .scroll, pre, #unfold')
			.filter(function (element) {
				return isShown(element) && !element.closest('.skip');
			}).forEach(expectInside);
		all('.scroll > *').filter(isShown).forEach(expectReachable);
		all('body :not(svg *)').filter(isShown).forEach(expectWhole);
		return complaints;
	}

	/* ---------------------------------------------------------- contrast */

	function rgb(text) {
		var numbers = text.match(/[\d.]+/g).map(Number);

		return { values: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : 1 };
	}

	function luminance(colour) {
		var linear = colour.values.map(function (value) {
			value /= 255;
			return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
		});

		return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
	}

	function ground(element) {
		for (; element; element = element.parentElement) {
			var colour = rgb(getComputedStyle(element).backgroundColor);

			if (colour.alpha > 0)
				return colour;
		}
		return rgb('rgb(255, 255, 255)');
	}

	/* WCAG 2.1, 1.4.3. */
	function contrast(a, b) {
		var lighter = Math.max(luminance(a), luminance(b));
		var darker = Math.min(luminance(a), luminance(b));

		return (lighter + 0.05) / (darker + 0.05);
	}

	function hasText(element) {
		return Array.from(element.childNodes).some(function (node) {
			return node.nodeType === Node.TEXT_NODE && node.nodeValue.trim() !== '';
		});
	}

	function contrasts() {
		var seen = {};

		complaints = [];
		all('body *').filter(function (element) {
			return hasText(element) && isShown(element) && element.tagName !== 'SCRIPT';
		}).forEach(function (element) {
			var style = getComputedStyle(element);
			var colour = element.closest('svg') ? style.fill : style.color;
			var ratio = contrast(rgb(colour), ground(element));
			var what = colour + ' on ' + ground(element).values;

			if (ratio < 4.5 && !seen[what])
				expect(false, name(element) + ' has a contrast of ' +
				       ratio.toFixed(2) + ': ' + what);
			seen[what] = true;
		});
		return complaints;
	}

	/* ----------------------------------------------------- accessibility */

	function expectHeadings() {
		var level = 0;

		expect(all('h1').length === 1, 'there is not one h1');
		all('h1, h2, h3, h4, h5, h6').forEach(function (heading) {
			var own = Number(heading.tagName[1]);

			expect(own <= level + 1, name(heading) + ' skips a level');
			level = own;
		});
	}

	function expectTables() {
		all('table').forEach(function (table) {
			expect(table.caption && table.caption.textContent.trim(),
			       name(table) + ' has no caption');
			expect(all('thead th', table).every(function (head) {
				return head.scope === 'col' && head.textContent.trim();
			}), name(table) + ' has a column without a head');
			expect(all('tbody tr', table).every(function (row) {
				return row.cells[0].scope === 'row' &&
					row.cells.length === table.tHead.rows[0].cells.length;
			}), name(table) + ' has a row without a head, or of another length');
		});
	}

	function labelled(element) {
		return (element.getAttribute('aria-labelledby') || '').split(' ').every(function (id) {
			return document.getElementById(id) && document.getElementById(id).textContent;
		});
	}

	function structure() {
		var ids = all('[id]').map(function (element) {
			return element.id;
		});

		complaints = [];
		expect(new Set(ids).size === ids.length, 'an id stands twice');
		expect(document.documentElement.lang === 'en', 'the page has no language');
		['header', 'main', 'footer'].forEach(function (landmark) {
			expect(all(landmark).length === 1, 'there is not one ' + landmark);
		});
		expectHeadings();
		expectTables();
		all('.plot img').forEach(function (drawing) {
			expect(drawing.alt, 'a drawing has no text alternative');
			expect(drawing.naturalWidth === 960, drawing.alt + ' is not drawn');
		});
		all('svg').forEach(function (drawing) {
			expect(drawing.getAttribute('aria-hidden') === 'true' &&
			       drawing.parentElement.textContent.trim(),
			       'a drawing has no text beside it');
		});
		all('section[aria-labelledby]').forEach(function (section) {
			expect(labelled(section), name(section) + ' has no label');
		});
		all('button').forEach(function (button) {
			expect(button.textContent.trim() && button.type === 'button',
			       name(button) + ' is no button with a name');
		});
		all('.scroll, pre').forEach(function (region) {
			expect(region.tabIndex === 0, name(region) + ' cannot be scrolled by keyboard');
		});
		all('a[href^="#"]').forEach(function (link) {
			expect(document.getElementById(link.getAttribute('href').slice(1)),
			       name(link) + ' leads nowhere');
		});
		return complaints;
	}

	/* ------------------------------------------------------------- sort */

	/* What a table shows of a column, from the top. */
	function keys(table, column) {
		return all('tbody tr', table).map(function (row) {
			var value = row.cells[column].getAttribute('data-value');

			return value === null ? row.cells[column].textContent.trim() :
				value === '' ? NaN : Number(value);
		});
	}

	function inOrder(list, descending) {
		var rest = list.filter(function (key) {
			return key === key && key !== '';
		});

		/* What is missing comes last. */
		if (list.slice(rest.length).some(function (key) {
			return key === key && key !== '';
		}))
			return false;
		return rest.every(function (key, index) {
			var order;

			if (index === 0)
				return true;
			order = typeof key === 'number' ? key - rest[index - 1] :
				key.localeCompare(rest[index - 1], 'en', { numeric: true });
			return descending ? order <= 0 : order >= 0;
		});
	}

	/* The first table that can be sorted by a number and is not hidden. */
	function subject() {
		var table = all('main table').filter(function (one) {
			return isShown(one) && one.querySelector('thead th.number button') &&
				one.tBodies[0].rows.length > 2;
		})[0];

		if (!table)
			return null;
		return { table: table, heads: all('thead th', table),
			 number: table.querySelector('thead th.number') };
	}

	/* Puts the focus on a head's button; false: nothing here to sort. */
	function focusHead(number) {
		var what = subject();

		if (!what)
			return false;
		(number ? what.number : what.heads[0]).querySelector('button').focus();
		return true;
	}

	function sorted(number, direction) {
		var what = subject();
		var head = number ? what.number : what.heads[0];
		var list = keys(what.table, what.heads.indexOf(head));

		complaints = [];
		expect(head.getAttribute('aria-sort') === direction,
		       'aria-sort is ' + head.getAttribute('aria-sort') + ', not ' + direction);
		expect(all('[aria-sort]', what.table).length === 1, 'two heads claim to sort');
		expect(inOrder(list, direction === 'descending'), 'not ' + direction + ': ' + list);
		return complaints;
	}

	function focusVisible() {
		var style = getComputedStyle(document.activeElement);

		complaints = [];
		expect(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
		       'one does not see that ' + name(document.activeElement) + ' has the focus');
		return complaints;
	}

	/* ----------------------------------------------------- first screen */

	/* The answers are seen without scrolling, and the page is no book. */
	function firstScreen() {
		var rows = all('.overview tbody tr');
		var screens = document.documentElement.scrollHeight / innerHeight;
		var words = document.body.innerText.split(/\s+/).length;

		complaints = [];
		expect(rows.length > 0, 'there is no row of a claim');
		all('.scroll:has(> .overview)').forEach(function (region) {
			expect(region.scrollWidth <= region.clientWidth,
			       'the first screen is wider than the window');
		});
		rows.forEach(function (row) {
			expect(row.getBoundingClientRect().bottom <= innerHeight,
			       name(row) + ' is below the first screen');
		});
		expect(screens <= 12, 'there are ' + screens + ' screens');
		expect(words <= 5000, 'one meets ' + words + ' words');
		return complaints;
	}

	/* Each contrast is told once, wherever on the page. */
	function sentences() {
		var text = document.querySelector('main').textContent;
		var told = all('.statements span').map(function (one) {
			return one.textContent;
		});

		complaints = [];
		expect(told.length > 0, 'no contrast has a sentence');
		told.forEach(function (one) {
			/* Two claims may ask for the same arms in the same cell. */
			expect(text.split(one).length - 1 === told.filter(function (other) {
				return other === one;
			}).length, 'this stands elsewhere too: ' + one);
		});
		all('.statements').forEach(function (list) {
			var names = all('.badge', list).map(name);

			expect(new Set(names).size === names.length, 'a contrast is told twice');
		});
		return complaints;
	}

	/* A link to what is closed opens it. */
	function leadsSomewhere() {
		var link = document.querySelector('.overview a[href^="#"]');
		var target = document.getElementById(link.getAttribute('href').slice(1));

		link.click();
		complaints = [];
		return new Promise(function (resolve) {
			setTimeout(function () {
				expect(isShown(target) && target.closest('details').open,
				       name(target) + ' stays closed');
				resolve(complaints);
			}, 0);
		});
	}

	return { firstScreen: firstScreen, sentences: sentences, leadsSomewhere: leadsSomewhere,
		 layout: layout, contrasts: contrasts, structure: structure, focusHead: focusHead,
		 sorted: sorted, focusVisible: focusVisible };
})()
