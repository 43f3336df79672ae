package org.binnacle.diagnosis.innodb;

/// A group of figures and what is unusual in it. Pure.
interface Section {
  void tell(Between looks, Telling to);
}
