/// Live diagnosis: process list snapshots, the query language over them, kills with a preview.
@NullMarked
package org.binnacle.diagnosis;

import org.jspecify.annotations.NullMarked;
