"""What a cell may hold and how it is read: pure, so that every odd thing a spreadsheet does can be tried."""
