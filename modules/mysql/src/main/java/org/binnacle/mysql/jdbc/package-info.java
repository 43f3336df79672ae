/// JDBC sessions: the driver, its properties, rows and the translation of its failures.
@NullMarked
package org.binnacle.mysql.jdbc;

import org.jspecify.annotations.NullMarked;
