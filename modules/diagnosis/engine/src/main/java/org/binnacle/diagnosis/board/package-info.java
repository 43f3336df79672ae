/// The fleet as a list, worst first: its order, its fields, its query.
@NullMarked
package org.binnacle.diagnosis.board;

import org.jspecify.annotations.NullMarked;
