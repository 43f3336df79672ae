/// One monitoring connection an instance: HikariCP, back-off, breaker and the queue of connects.
@NullMarked
package org.binnacle.mysql.pool;

import org.jspecify.annotations.NullMarked;
