"""How the pair model is fitted: labelled pairs, made-up pairs, folds that share no name."""
