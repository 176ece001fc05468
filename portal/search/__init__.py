"""Search in Chinese: bigrams in the database, the query cut into words.

``fold`` makes spellings alike, ``vocabulary`` holds what readers type, ``query`` cuts,
``store`` keeps the index on SQLite and PostgreSQL, ``documents`` says what is found,
``ranking`` orders, ``results`` groups, ``index`` keeps it current.
"""
