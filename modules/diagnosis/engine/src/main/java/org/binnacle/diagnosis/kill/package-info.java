/// KILL QUERY and KILL CONNECTION: preview, check, act, verify, audit.
@NullMarked
package org.binnacle.diagnosis.kill;

import org.jspecify.annotations.NullMarked;
