/// Starts and stops server processes of our own: templates, data folders, ports, and the watch that
/// ends them with us.
@NullMarked
package org.binnacle.testkit.server;

import org.jspecify.annotations.NullMarked;
