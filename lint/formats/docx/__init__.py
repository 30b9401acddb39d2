"""Word drafts: a .docx becomes paragraphs with what Word knows of them, and findings and fixes go back into it.

Nothing here knows of rules or readings. Only ``errors``, ``foreign`` and ``source`` may be imported by a run
without a .docx: the others load python-docx.
"""
