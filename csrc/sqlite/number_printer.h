/* SQLite's own printing of numbers, lent to the floors below (value/number_text.h). */
#ifndef PARLEY_SQLITE_NUMBER_PRINTER_H
#define PARLEY_SQLITE_NUMBER_PRINTER_H

/* From now on the column engine prints numbers as the SQLite that is linked does. */
void parley_sqlite_number_printer_install(void);

#endif
