"""Mobile: Pub. L. 115-336, sec. 3(a)(8); 44 U.S.C. 3559."""
