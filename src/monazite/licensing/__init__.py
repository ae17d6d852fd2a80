"""What an application needs: kinds, papers, checks as findings, states; no database."""
