package org.binnacle.testkit.demo;

import java.util.List;

/// The tables of the shop and some ten thousand rows in them, made by the server itself: set-based
/// statements over a row generator, the same at each run.
final class ShopData {
  static final int CUSTOMERS = 5_000;
  static final int PRODUCTS = 500;
  static final int ORDERS = 12_000;

  private ShopData() {}

  static List<String> tables() {
    return List.of(
        "CREATE DATABASE shop CHARACTER SET utf8mb4",
        """
        CREATE TABLE shop.customers (
          id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          email VARCHAR(120) NOT NULL, name VARCHAR(80) NOT NULL, city VARCHAR(60) NOT NULL,
          points INT NOT NULL DEFAULT 0, created_at DATETIME NOT NULL, last_seen_at DATETIME NOT NULL,
          UNIQUE KEY uk_email (email))""",
        """
        CREATE TABLE shop.products (
          id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          sku CHAR(10) NOT NULL, title VARCHAR(120) NOT NULL, category VARCHAR(40) NOT NULL,
          price DECIMAL(10,2) NOT NULL, UNIQUE KEY uk_sku (sku), KEY ix_category (category))""",
        """
        CREATE TABLE shop.stock (
          product_id INT UNSIGNED NOT NULL PRIMARY KEY, on_hand INT NOT NULL, reserved INT NOT NULL,
          changed_at DATETIME(3) NOT NULL)""",
        """
        CREATE TABLE shop.orders (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id INT UNSIGNED NOT NULL,
          status ENUM('new','paid','packed','sent','returned') NOT NULL, total DECIMAL(12,2) NOT NULL,
          note VARCHAR(200) NOT NULL DEFAULT '', created_at DATETIME(3) NOT NULL,
          KEY ix_customer (customer_id, created_at))""",
        """
        CREATE TABLE shop.order_items (
          order_id BIGINT UNSIGNED NOT NULL, line TINYINT UNSIGNED NOT NULL,
          product_id INT UNSIGNED NOT NULL, quantity SMALLINT NOT NULL, price DECIMAL(10,2) NOT NULL,
          PRIMARY KEY (order_id, line), KEY ix_product (product_id))""",
        """
        CREATE TABLE shop.payments (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, order_id BIGINT UNSIGNED NOT NULL,
          method VARCHAR(20) NOT NULL, amount DECIMAL(12,2) NOT NULL, paid_at DATETIME(3) NOT NULL,
          KEY ix_order (order_id))""");
  }

  static List<String> rows() {
    return List.of(
        "SET SESSION cte_max_recursion_depth = 100000",
        generated(
            CUSTOMERS,
            "INSERT INTO shop.customers (email, name, city, points, created_at, last_seen_at)",
            """
            CONCAT('customer', n, '@shop.example'),
            CONCAT(ELT(1 + n % 8, 'Ada', 'Björn', 'Chen', 'Dana', 'Emeka', 'Farah', 'Goran', 'Hana'),
              ' ', ELT(1 + n DIV 8 % 7, 'Berg', 'Costa', 'Dumont', 'Eriksen', 'Fischer', 'Ito', 'Okoro')),
            ELT(1 + n % 9, 'Lisbon', 'Hamburg', 'Oslo', 'Porto', 'Kyoto', 'Lagos', 'Lima', 'Turku', 'Gdańsk'),
            n * 7 % 900, '2026-01-01' - INTERVAL n HOUR, '2026-01-01' - INTERVAL n MINUTE"""),
        generated(
            PRODUCTS,
            "INSERT INTO shop.products (sku, title, category, price)",
            """
            CONCAT('SKU', LPAD(n, 6, '0')),
            CONCAT(ELT(1 + n % 6, 'Brass', 'Oak', 'Canvas', 'Copper', 'Hemp', 'Walnut'), ' ',
              ELT(1 + n % 7, 'compass', 'lantern', 'rope', 'bell', 'chart', 'sextant', 'barometer')),
            ELT(1 + n % 5, 'navigation', 'deck', 'cabin', 'rigging', 'books'), 5 + n * 37 % 400"""),
        generated(
            PRODUCTS,
            "INSERT INTO shop.stock (product_id, on_hand, reserved, changed_at)",
            "n, 100000 + n, 0, '2026-01-01'"),
        generated(
            ORDERS,
            "INSERT INTO shop.orders (customer_id, status, total, note, created_at)",
            "1 + n * 17 % "
                + CUSTOMERS
                + ", ELT(1 + n % 5, 'new', 'paid', 'packed', 'sent', 'returned'), 10 + n * 131 % 990,"
                + " ELT(1 + n % 4, '', 'gift wrap', 'leave at the door', 'call before delivery'),"
                + " '2026-01-01' - INTERVAL n MINUTE"),
        generated(
            ORDERS * 2,
            "INSERT INTO shop.order_items (order_id, line, product_id, quantity, price)",
            "1 + n DIV 2 % "
                + ORDERS
                + ", 1 + n % 2, 1 + n * 13 % "
                + PRODUCTS
                + ", 1 + n % 3, 5 + n * 37 % 400"),
        generated(
            ORDERS,
            "INSERT INTO shop.payments (order_id, method, amount, paid_at)",
            "n, ELT(1 + n % 3, 'card', 'transfer', 'wallet'), 10 + n * 131 % 990,"
                + " '2026-01-01' - INTERVAL n MINUTE"));
  }

  private static String generated(int count, String insert, String columns) {
    return insert
        + " WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
        + count
        + ") SELECT "
        + columns
        + " FROM numbers";
  }
}
