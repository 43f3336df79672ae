/// SSH tunnels: one SSH session for all servers behind a host.
@NullMarked
package org.binnacle.mysql.ssh;

import org.jspecify.annotations.NullMarked;
