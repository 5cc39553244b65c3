/* SPDX-License-Identifier: MIT */
/*
 * page.js - sorts tables, opens what a link leads to, and all at once.  Without it the
 * page only lacks these.
 */
(function () {
	'use strict';

	/* A number if the cell has one, else its text; cells without either come last. */
	function keyOf(row, column) {
		var cell = row.cells[column];
		var value = cell.getAttribute('data-value');

		if (value === null)
			return cell.textContent.trim();
		return value === '' ? NaN : Number(value);
	}

	function compare(a, b) {
		var missing = (a !== a || a === '') - (b !== b || b === '');

		if (missing !== 0)
			return { missing: missing };
		if (typeof a === 'number' && typeof b === 'number')
			return { order: a - b };
		return { order: String(a).localeCompare(String(b), 'en', { numeric: true }) };
	}

	function sortBy(table, column, descending) {
		var body = table.tBodies[0];
		var rows = Array.from(body.rows).map(function (row, index) {
			return { row: row, index: index, key: keyOf(row, column) };
		});

		rows.sort(function (x, y) {
			var result = compare(x.key, y.key);

			if (result.missing)
				return result.missing;
			return (descending ? -result.order : result.order) || x.index - y.index;
		});
		rows.forEach(function (entry) {
			body.appendChild(entry.row);
		});
	}

	function toggleSort(table, head) {
		var heads = Array.from(table.tHead.rows[0].cells);
		var descending = head.getAttribute('aria-sort') === 'ascending';

		heads.forEach(function (other) {
			other.removeAttribute('aria-sort');
		});
		head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
		sortBy(table, heads.indexOf(head), descending);
	}

	function makeSortable(table) {
		if (table.tBodies[0].rows.length < 2)
			return;
		Array.from(table.tHead.rows[0].cells).forEach(function (head) {
			var button = document.createElement('button');
			var name = head.querySelector('span');

			button.type = 'button';
			button.textContent = name.textContent;
			head.replaceChild(button, name);
			button.addEventListener('click', function () {
				toggleSort(table, head);
			});
		});
	}

	/* A link may lead into what is closed. */
	function openTarget() {
		var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		var around = target && target.closest('details');

		if (!around)
			return;
		for (; around; around = around.parentElement.closest('details'))
			around.open = true;
		target.scrollIntoView();
	}

	/* What tables hold on demand stays closed: it would make their rows high. */
	function folds() {
		var button = document.getElementById('unfold');

		button.hidden = false;
		button.addEventListener('click', function () {
			var open = button.getAttribute('aria-pressed') !== 'true';

			button.setAttribute('aria-pressed', String(open));
			Array.from(document.querySelectorAll('main details')).forEach(function (one) {
				if (!one.closest('table'))
					one.open = open;
			});
		});
	}

	Array.from(document.querySelectorAll('main table:not(.overview)')).forEach(makeSortable);
	addEventListener('hashchange', openTarget);
	openTarget();
	folds();
})();
