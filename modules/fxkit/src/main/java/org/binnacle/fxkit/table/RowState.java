package org.binnacle.fxkit.table;

import java.util.Set;
import javafx.css.PseudoClass;

/// Everything about a row that the sheets may give a look.
///
/// @param own the states that the table's user gave the row
record RowState(
    Set<PseudoClass> own,
    boolean filled,
    boolean odd,
    boolean selected,
    boolean focused,
    boolean hovered) {}
