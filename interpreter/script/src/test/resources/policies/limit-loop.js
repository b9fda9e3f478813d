errors.add_error('before', 'found before the loop', 2, $$[0]);
while (true) {}
