-- const
SELECT * FROM customer WHERE id = 7;
-- unique-lookup
SELECT * FROM customer WHERE email = 'c7@example.org';
-- full-scan
SELECT * FROM bare WHERE b = 3;
-- covering-index-scan
SELECT COUNT(state) FROM orders;
-- count-rows
SELECT COUNT(*) FROM orders;
-- range
SELECT * FROM orders WHERE ordered BETWEEN '2025-02-01' AND '2025-02-03';
-- range-list
SELECT * FROM orders WHERE customer IN (1, 2, 3, 5, 8, 13, 21, 34, 55, 89);
-- ref
SELECT * FROM orders WHERE customer = 44 ORDER BY ordered DESC LIMIT 3;
-- ref-or-null
SELECT * FROM customer WHERE points = 11 OR points IS NULL;
-- index-condition
SELECT * FROM customer WHERE region = 3 AND since > '2021-01-01' AND email LIKE '%7@%';
-- index-merge-union
SELECT * FROM orders WHERE customer = 17 OR ordered = '2025-01-05 03:00:00';
-- index-merge-intersection
SELECT id FROM orders WHERE state = 'paid' AND customer = 31;
-- fulltext
SELECT id FROM product WHERE MATCH (name) AGAINST ('chair');
-- skip-scan
SELECT region, since FROM customer WHERE since = '2020-02-01';
-- group-by-index
SELECT region, MIN(since) FROM customer GROUP BY region;
-- group-by-temporary
SELECT state, COUNT(*), SUM(total) FROM orders GROUP BY state ORDER BY SUM(total) DESC;
-- distinct
SELECT DISTINCT kind, price FROM product;
-- filesort
SELECT * FROM orders ORDER BY total, id;
-- filesort-limit
SELECT * FROM orders ORDER BY total DESC LIMIT 10;
-- large-offset
SELECT * FROM orders ORDER BY id LIMIT 4000, 10;
-- nested-loop
SELECT c.name, o.total FROM customer c JOIN orders o ON o.customer = c.id WHERE c.region = 2 AND c.since < '2020-03-01';
-- left-join
SELECT c.name, o.id FROM customer c LEFT JOIN orders o ON o.customer = c.id AND o.state = 'new' WHERE c.region = 1;
-- hash-join
SELECT COUNT(*) FROM bare x JOIN bare y ON x.b = y.a;
-- left-hash-join
SELECT x.a FROM region r LEFT JOIN bare x ON x.b = r.id;
-- cartesian
SELECT COUNT(*) FROM region a, region b;
-- five-tables
SELECT r.name, p.kind, SUM(i.amount * p.price) AS worth FROM region r JOIN customer c ON c.region = r.id JOIN orders o ON o.customer = c.id JOIN item i ON i.order_id = o.id JOIN product p ON p.id = i.product WHERE o.state = 'paid' GROUP BY r.name, p.kind ORDER BY worth DESC LIMIT 5;
-- straight-join
SELECT STRAIGHT_JOIN o.id FROM item i JOIN orders o ON o.id = i.order_id WHERE i.product = 5;
-- semijoin-in
SELECT * FROM customer c WHERE c.id IN (SELECT o.customer FROM orders o WHERE o.total > 880);
-- semijoin-exists
SELECT * FROM product p WHERE EXISTS (SELECT 1 FROM item i WHERE i.product = p.id AND i.amount > 1);
-- antijoin
SELECT * FROM customer c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer = c.id);
-- not-in
SELECT * FROM region WHERE id NOT IN (SELECT region FROM customer);
-- subquery-dependent
SELECT c.id, (SELECT COUNT(*) FROM orders o WHERE o.customer = c.id) AS many FROM customer c WHERE c.region = 0;
-- subquery-once
SELECT * FROM orders WHERE total > (SELECT AVG(total) * 1.9 FROM orders);
-- subquery-nested
SELECT * FROM customer WHERE id IN (SELECT customer FROM orders WHERE id IN (SELECT order_id FROM item WHERE product = 3));
-- subquery-having
SELECT customer, SUM(total) FROM orders GROUP BY customer HAVING SUM(total) > (SELECT 2 * AVG(total) FROM orders);
-- derived
SELECT d.customer, d.many FROM (SELECT customer, COUNT(*) AS many FROM orders GROUP BY customer) d JOIN customer c ON c.id = d.customer WHERE c.region = 4;
-- derived-limit
SELECT * FROM (SELECT * FROM orders ORDER BY total DESC LIMIT 20) best JOIN customer c ON c.id = best.customer;
-- view
SELECT * FROM paid WHERE customer = 12;
-- union
SELECT id FROM customer WHERE region = 1 UNION SELECT customer FROM orders WHERE state = 'new';
-- union-all
SELECT id FROM region UNION ALL SELECT id FROM product WHERE kind = 'kind1';
-- partition-pruned
SELECT * FROM visit WHERE day BETWEEN '2024-03-01' AND '2024-03-31';
-- partition-all
SELECT COUNT(*) FROM visit WHERE page = 'paid';
-- impossible
SELECT * FROM customer WHERE id = 1 AND id = 2;
-- no-table
SELECT 1 + 1;
-- range-checked
SELECT COUNT(*) FROM bare x JOIN customer c ON c.points < x.b AND c.points > x.a;
-- other-engine
SELECT * FROM old_log WHERE words = 'w3';
-- conversion
SELECT * FROM orders WHERE state = 7;
-- function-on-column
SELECT * FROM orders WHERE DATE(ordered) = '2025-03-01';
-- system-table
SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'none' AND TABLE_NAME = 'none';
-- cte-twice (not 5.7)
WITH best AS (SELECT customer, SUM(total) AS worth FROM orders GROUP BY customer) SELECT a.customer FROM best a JOIN best b ON a.worth = b.worth AND a.customer < b.customer;
-- cte-recursive (not 5.7)
WITH RECURSIVE tree AS (SELECT id, 0 AS depth FROM node WHERE parent IS NULL UNION ALL SELECT n.id, t.depth + 1 FROM node n JOIN tree t ON n.parent = t.id WHERE t.depth < 4) SELECT depth, COUNT(*) FROM tree GROUP BY depth;
-- window-rank (not 5.7)
SELECT id, RANK() OVER (PARTITION BY customer ORDER BY total) AS place FROM orders WHERE customer < 20;
-- window-frame (not 5.7)
SELECT id, SUM(total) OVER (ORDER BY ordered ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS moving FROM orders WHERE customer = 4;
-- intersect (not 5.7)
SELECT id FROM customer WHERE region = 1 INTERSECT SELECT customer FROM orders WHERE state = 'sent';
-- except (not 5.7)
SELECT id FROM customer WHERE region = 1 EXCEPT SELECT customer FROM orders WHERE state = 'sent';
-- insert-values
INSERT INTO region VALUES (77, 'new');
-- insert-select
INSERT INTO bare SELECT id, customer, state FROM orders WHERE state = 'new';
-- replace-select
REPLACE INTO region SELECT n, 'again' FROM ten WHERE n < 3;
-- update
UPDATE orders SET state = 'done' WHERE customer = 7;
-- update-join
UPDATE orders o JOIN customer c ON c.id = o.customer SET o.note = c.name WHERE c.region = 3;
-- delete
DELETE FROM orders WHERE state = 'done' AND total < 5;
-- delete-join
DELETE o FROM orders o JOIN customer c ON c.id = o.customer WHERE c.points = 22;
