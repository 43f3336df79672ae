package org.binnacle.diagnosis.innodb;

import org.binnacle.kernel.Severity;

/// One figure of InnoDB.
///
/// @param key stable and dotted, such as `redo.age`
/// @param group such as `Redo log`
/// @param value as people read it, with its unit; `–` for a rate before the second look
/// @param number the same for sorting and trends, in the unit that the key's documentation names;
///   NaN where it is not known yet
/// @param severity OK where nothing is unusual
/// @param words what is unusual and what to do; empty where nothing is
public record Figure(
    String key,
    String group,
    String name,
    String value,
    double number,
    Severity severity,
    String words) {}
