package org.binnacle.mysql;

import java.util.List;
import java.util.function.Consumer;

/// One statement of a round trip with the reader of its rows and where its answer goes.
///
/// @param sql one fixed statement of ours, never text from outside
public record Ask<T>(String sql, RowReader<T> reader, Consumer<List<T>> answer) {}
