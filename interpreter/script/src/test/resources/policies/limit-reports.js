for (var i = 0; i < 1002; i++) { errors.add_error('again', 'and again', 2); }
