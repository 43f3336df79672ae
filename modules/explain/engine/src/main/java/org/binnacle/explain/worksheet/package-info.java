/// Running statements on servers: a script on one or several instances, results row by row, paged
/// from a spool, changes armed and audited.
@NullMarked
package org.binnacle.explain.worksheet;

import org.jspecify.annotations.NullMarked;
