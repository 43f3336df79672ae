/// Servers and how to speak to them: sessions, pools, flavours. The only room that knows JDBC for
/// MySQL and MariaDB; others ask through {@link org.binnacle.mysql.Session} and read a {@link
/// org.binnacle.mysql.Row}.
@NullMarked
package org.binnacle.mysql;

import org.jspecify.annotations.NullMarked;
