/// Load programs whose figures stand in the module's README; no tests.
package org.binnacle.mysql.bench;
