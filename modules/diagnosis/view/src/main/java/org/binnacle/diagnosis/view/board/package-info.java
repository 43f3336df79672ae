/// The fleet board: the whole fleet, worst first.
@NullMarked
package org.binnacle.diagnosis.view.board;

import org.jspecify.annotations.NullMarked;
